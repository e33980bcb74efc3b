"""Frozen records that every layer shares: text and spans, documents, facts, guides, results."""
