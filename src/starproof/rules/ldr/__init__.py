"""Rules about judgement."""
