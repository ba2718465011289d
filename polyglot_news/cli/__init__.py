"""The command line: an app, a console that alone prints, options shared by commands, one module a command."""
