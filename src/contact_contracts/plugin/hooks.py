"""What the plugin does at each step of a pytest session."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from contact_contracts.contract import FAMILIES, did_you_mean, load_contract
from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.judge.verdicts import Exit
from contact_contracts.plugin.guard import Guard
from contact_contracts.plugin.interrupts import Interrupts
from contact_contracts.plugin.options import add_options
from contact_contracts.plugin.progress import Progress
from contact_contracts.plugin.run import SuiteRun
from contact_contracts.plugin.servers import BundledServers
from contact_contracts.plugin.sharing import FamilyScheduling, shared_pace
from contact_contracts.plugin.stash import CONDUCT, RUN, SERVERS
from contact_contracts.results import Conduct, Observed, matching
from contact_contracts.target import TargetError, Targets, bundled_targets, load_targets
from contact_contracts.transport import Blocked

PROGRESS = pytest.StashKey[Progress]()
OUTPUT = "contact_contracts"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Load targets, start bundled servers, and open the record, or join a run as its worker."""
    config.addinivalue_line("markers", "clause(*ids): the clauses that a test drives a target to show")
    _keep_notes_out_of_the_way()
    config.pluginmanager.register(Interrupts())
    handed = getattr(config, "workerinput", None)
    if handed is not None:
        _join(config, handed)
        return
    families = _families(config)
    _check_clauses(tuple(config.getoption("cc_clauses")))
    explorer = Explorer(_effort(config), _seed(config))
    report_dir = Path(config.getoption("cc_report_dir"))
    targets, servers = _targets(config, families)
    conduct = Conduct(
        families=targets.families,
        targets=targets,
        effort=explorer.effort.value,
        seed=explorer.seed,
        globs=tuple(config.getoption("cc_clauses")),
        strict=bool(config.getoption("cc_strict")),
        report_dir=report_dir,
    )
    if servers is not None:
        config.stash[SERVERS] = servers
    try:
        conduct.begin()
    except OSError as error:
        raise pytest.UsageError(f"the report directory {report_dir} cannot be used: {error.strerror}") from None
    config.stash[CONDUCT] = conduct
    config.stash[RUN] = SuiteRun(targets, explorer, report_dir)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Show progress where pytest does not: not asked before, for its reporter may come after this plugin."""
    config = session.config
    if CONDUCT in config.stash and not config.pluginmanager.has_plugin("terminalreporter"):
        config.stash[PROGRESS] = Progress()


def _keep_notes_out_of_the_way() -> None:
    """Hypothesis notes the constants of local modules; that belongs in a cache, not where somebody works."""
    if "HYPOTHESIS_STORAGE_DIRECTORY" not in os.environ:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        set_hypothesis_home_dir(cache / "contact-contracts")


def _effort(config: pytest.Config) -> Effort:
    try:
        return Effort(config.getoption("cc_effort"))
    except ValueError as error:
        raise pytest.UsageError(f"--effort: {error}; choose quick, standard or deep") from None


def _seed(config: pytest.Config) -> int:
    given: int | None = config.getoption("cc_seed")
    return secrets.randbelow(2**32) if given is None else given


def _check_clauses(globs: tuple[str, ...]) -> None:
    """Refuse a pattern that no clause of any family matches, with the nearest one, as the command does."""
    known = [clause for family in FAMILIES for clause in load_contract(family).clauses]
    for glob in globs:
        if not any(fnmatchcase(clause, glob) for clause in known):
            pytest.exit(f"no clause matches {glob}{did_you_mean(glob, known)}", int(Exit.INCONCLUSIVE))


def _families(config: pytest.Config) -> tuple[str, ...]:
    """The families asked for, else those whose folders were named, else all."""
    named = tuple(config.getoption("cc_families"))
    folders = {part for argument in config.args for part in Path(argument.partition("::")[0]).parts}
    return named or tuple(family for family in FAMILIES if family in folders) or FAMILIES


def _targets(config: pytest.Config, families: tuple[str, ...]) -> tuple[Targets, BundledServers | None]:
    path: str | None = config.getoption("cc_target")
    try:
        if path is not None:
            asked = families if config.getoption("cc_families") or families != FAMILIES else None
            return load_targets(Path(path), families=asked), None
        servers = BundledServers(families, config.getoption("cc_fault"))
        return bundled_targets(servers.urls), servers
    except (TargetError, Blocked) as error:
        raise pytest.UsageError(str(error)) from None


def _join(config: pytest.Config, handed: dict[str, Any]) -> None:
    explorer = Explorer(Effort(handed["cc_effort"]), handed["cc_seed"])
    urls = handed["cc_urls"]
    path: str | None = config.getoption("cc_target")
    targets = load_targets(Path(path), families=handed["cc_families"]) if path else bundled_targets(urls)
    targets = shared_pace(targets, handed["workercount"])
    config.stash[RUN] = SuiteRun(targets, explorer, Path(config.getoption("cc_report_dir")))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FamilyScheduling | None:
    """Have one worker change the contacts that the target file names, unless the user asked for another order."""
    targets = config.stash[CONDUCT].targets
    named = frozenset(name for name in targets.families if targets.family(name).named_contacts)
    return FamilyScheduling(config, log, named) if named and config.option.dist == "load" else None


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hand a worker what it needs to join the run."""
    conduct = node.config.stash[CONDUCT]
    node.workerinput["cc_effort"] = conduct.effort
    node.workerinput["cc_seed"] = conduct.seed
    node.workerinput["cc_families"] = list(conduct.families)
    servers = node.config.stash.get(SERVERS, None)
    node.workerinput["cc_urls"] = dict(servers.urls) if servers else {}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take in what a worker saw."""
    conduct = node.config.stash[CONDUCT]
    sent = getattr(node, "workeroutput", {}).get(OUTPUT)
    if sent is None:
        conduct.interrupted = True
    else:
        conduct.observed.merge(Observed.loaded(sent))


def clauses_of(item: pytest.Item) -> tuple[str, ...]:
    """The clauses that a test's markers name."""
    return tuple(clause for marker in item.iter_markers("clause") for clause in marker.args)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the families and clauses asked for; refuse a marker with an unknown clause."""
    run = config.stash[RUN]
    globs = tuple(config.getoption("cc_clauses"))
    selected = {family: matching(load_contract(family), globs) for family in run.targets.families}
    known = {clause for family in FAMILIES for clause in load_contract(family).clauses}
    kept: list[pytest.Item] = []
    dropped: list[pytest.Item] = []
    for item in items:
        clauses = clauses_of(item)
        unknown = [clause for clause in clauses if clause not in known]
        if unknown:
            raise pytest.UsageError(f"{item.nodeid} names {unknown[0]}, which no contract has")
        wanted = any(clause in chosen for chosen in selected.values() for clause in clauses)
        (kept if wanted else dropped).append(item)
    items[:] = kept
    if dropped:
        config.hook.pytest_deselected(items=dropped)
    progress = config.stash.get(PROGRESS, None)
    if progress is not None:
        progress.total = len(kept)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Watch the making of drivers: an unreachable target blocks the test."""
    with _guard(item).watch():
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Watch the test, and fail it with the breaches that it brought about."""
    guard = _guard(item)
    guard.run.drive_as(guard.test, guard.clauses)
    with guard.watch():
        yield
    guard.report_breaches()


def _guard(item: pytest.Item) -> Guard:
    config = item.config
    return Guard(config.stash[RUN], _name_of(item), clauses_of(item), bool(config.getoption("cc_strict")))


def _name_of(item: pytest.Item) -> str:
    """A test's id; pytest leaves the file out of it where that lies outside the folder it runs in."""
    file, _, test = item.nodeid.partition("::")
    return f"{file or item.path.name}::{test}"


@pytest.hookimpl(trylast=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Show progress; the report carries no config, so the counter is kept beside the hook."""
    progress = _Shown.progress
    if progress is not None and (report.when == "call" or (report.when == "setup" and not report.passed)):
        progress.ended(report.location[0], report.outcome)


class _Shown:
    """The progress of the session of this process, if any is shown."""

    progress: Progress | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Begin to show progress; first, for the loop that distributes tests to workers ends this hook."""
    _Shown.progress = session.config.stash.get(PROGRESS, None)


def pytest_keyboard_interrupt() -> None:
    """End the progress line, so that what follows stands on its own."""
    if _Shown.progress is not None:
        _Shown.progress.close()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Clean up; in the controlling process judge the run and write its record."""
    config = session.config
    run = config.stash.get(RUN, None)
    if run is None:
        return
    run.close()
    handed: dict[str, Any] | None = getattr(config, "workeroutput", None)
    if handed is not None:
        handed[OUTPUT] = run.observed.dumped()
        return
    if _Shown.progress is not None:
        _Shown.progress.close()
        _Shown.progress = None
    conduct = config.stash[CONDUCT]
    conduct.observed.merge(run.observed)
    unfinished = {pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR}
    code = conduct.finish(complete=exitstatus not in unfinished)
    if exitstatus not in unfinished:
        session.exitstatus = int(code)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the bundled servers."""
    servers = config.stash.get(SERVERS, None)
    if servers is not None:
        servers.stop()
