"""Rules of reading: the file is there, is YAML, and stands where the folder says its kind."""

from strategy_cli.rules.registry import told_by_loading


@told_by_loading
def not_utf8() -> None:
    """A file is not saved as UTF-8.

    Old Windows programs save ä and ö in another encoding; every other reader would show them wrong.

    Bad:
        goals/vitality.yaml (windows-1252): {name: Elinvoima ja työ}

    Good:
        goals/vitality.yaml: {name: Elinvoima ja työ}
    """


@told_by_loading
def invalid_yaml() -> None:
    """A file cannot be read as YAML.

    The place is where the reader stopped; the mistake is there or on the line above.

    Bad:
        goals/vitality.yaml:
            name: Vitality: jobs and firms  # here

    Good:
        goals/vitality.yaml:
            name: "Vitality: jobs and firms"
    """


@told_by_loading
def duplicate_key() -> None:
    """A key is given twice in the same map.

    YAML readers disagree on which one counts, so neither should.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            binding: true
            binding: false  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            binding: true
    """


@told_by_loading
def several_documents() -> None:
    """A file holds several YAML documents.

    Only the first one is read; write several entities as a list instead.

    Bad:
        units/services.yaml:
            - {id: schools, name: Schools}
            ---  # here
            - {id: culture, name: Culture}

    Good:
        units/services.yaml:
            - {id: schools, name: Schools}
            - {id: culture, name: Culture}
    """


@told_by_loading
def yaml_tag() -> None:
    """A value carries a YAML tag.

    The model decides the type of every value, so a tag can only mislead.

    Bad:
        goals/vitality.yaml: {name: !!str Vitality}

    Good:
        goals/vitality.yaml: {name: Vitality}
    """


@told_by_loading
def too_complex() -> None:
    """A file nests deeper or repeats itself more than a strategy ever does.

    At most 40 levels and 10,000 values through aliases are read; more is a mistake or an attack.

    Bad:
        goals/vitality.yaml: {name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}

    Good:
        goals/vitality.yaml: {name: Vitality}
    """


@told_by_loading
def too_large() -> None:
    """A file is larger than 5 MiB and was not read.

    A strategy's files are a few kilobytes; a larger one is another kind of file in the wrong folder.
    """


@told_by_loading
def symbolic_link() -> None:
    """A symbolic link was not followed.

    What it points to may not be part of what was decided, nor be there for the next reader.
    """


@told_by_loading
def unreadable_file() -> None:
    """A file could not be opened.

    It may be locked by another program, or its permissions keep it from being read.
    """


@told_by_loading
def unknown_folder() -> None:
    """A file stands in no folder of a known kind, and was not read.

    The folder says what kind of thing a file describes.

    Bad:
        goal/vitality.yaml: {name: Vitality}

    Good:
        goals/vitality.yaml: {name: Vitality}
    """
