"""The questions an interviewer would ask next."""
