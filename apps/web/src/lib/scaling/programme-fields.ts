import type { ScalingProgramme } from '@semai/store/scaling/programme.queries'

/** What is on record of a programme as its form shows it: lists one entry on each line, parts divided by `|`. */
export function programmeFields(programme: ScalingProgramme): Record<string, string> {
  const { innovations, bases, targets, regions } = programme
  return {
    revision: String(programme.revision),
    name: programme.name,
    owner: programme.ownerSlug,
    innovations: innovations.map(({ code }) => code).join('\n'),
    namedOn: programme.namedOn ?? '',
    protection: programme.protectionId ?? '',
    bases: bases.map(({ title, link }) => line(title, link)).join('\n'),
    targets: targets.map(({ year, regions, source }) => line(year, regions, source)).join('\n'),
    regions: regions.map(({ slug, byYear }) => line(slug, byYear)).join('\n'),
    source: programme.source ?? '',
    sourceLink: programme.sourceUrl ?? '',
  }
}

const line = (...cells: (string | number | null)[]) => cells.filter((cell) => cell !== null).join(' | ')
