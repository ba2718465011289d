"""The commands, for a Python whose scripts are on no path: python -m polyglot_news."""

from polyglot_news.cli.app import main

if __name__ == "__main__":
    main()
