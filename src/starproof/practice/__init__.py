"""Practising aloud: sessions, the interviewer, what was lost on the way, and what comes back when."""
