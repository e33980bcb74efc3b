"""Reviews for people and programs: terminal, JSON, Markdown, HTML, SARIF."""
