"""The command line: the same program without a browser. One module for each group of commands.

Exit 0 done, 1 failed, 2 usage, 3 needs an answer. With --json one object goes to standard output and everything else
to standard error. Whatever takes time to load is imported inside the command that needs it.
"""

import click

from lib.cli import (
    archive,
    backups,
    body_mass,
    breaks,
    erase,
    events,
    exercises,
    goals,
    hard_runs,
    history,
    importing,
    log,
    numbers,
    plan,
    progress,
    records,
    reporting,
    serve,
    sets,
    shoes,
    spacing,
    sports,
    templates,
    upkeep,
)
from lib.cli.failing import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="legwork", prog_name="legwork")
def main() -> None:
    """Legwork: strength per muscle beside weekly mileage, for runners who lift."""


for command in (
    serve.run,
    importing.import_,
    history.batches,
    history.undo,
    history.reread,
    numbers.weeks,
    numbers.week,
    numbers.balance,
    numbers.coverage,
    progress.load,
    progress.progress,
    plan.plan,
    spacing.spacing,
    exercises.exercises,
    log.log,
    templates.templates,
    records.runs,
    records.sessions,
    records.overlaps,
    records.edit,
    records.leave_out,
    records.count,
    records.bin_,
    records.join,
    records.part,
    records.history,
    records.take_back,
    sets.sets,
    sets.set_,
    sets.add_sets,
    sets.remove_sets,
    sets.split,
    sets.merge,
    shoes.shoes,
    sports.sports,
    hard_runs.hard,
    hard_runs.title_words,
    hard_runs.max_heart_rate,
    goals.goals,
    breaks.breaks,
    events.events,
    body_mass.body_mass,
    reporting.report,
    archive.export,
    archive.copy,
    archive.rescue,
    backups.backup,
    backups.backups,
    backups.restore,
    erase.delete,
    upkeep.check,
    upkeep.doctor,
    upkeep.migrate,
):
    main.add_command(command)
