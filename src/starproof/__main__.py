"""``python -m starproof`` is the command ``starproof``, also where that is not on the path."""

from starproof.cli import main

if __name__ == "__main__":
    main()
