"""What Alembic runs: the steps in one transaction, on the connection that ``bank.upgrading`` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transaction_per_migration=False,
    transactional_ddl=True,
)
context.run_migrations()
