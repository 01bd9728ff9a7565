import { strengths } from '@semai/domain/claims/claim'
import type { Strength } from '@semai/domain/claims/claim'
import type { Basis, InnovationKind, Stage } from '@semai/domain/innovations/innovation'

/** Whom rows are written for: `page` shows texts of general knowledge as such; `open` is open data and leaves them out. */
export type Audience = 'page' | 'open'

/** One innovation in the list, as open data. */
export type InnovationListRow = {
  code: string
  slug: string
  kind: InnovationKind
  name: string
  expansion: string | null
  /** Null where only the name is certain. */
  summary: string | null
  basis: Basis
  stage: Stage | null
  category: string | null
  origin: string
  origin_slug: string
  /** The regency or city of the origin, else its province; null for national bodies. */
  region: string | null
  region_code: string | null
  region_slug: string | null
  province_code: string | null
  /** First and last possible day of the start; null when unknown, in open data also when nobody confirmed it. */
  started_earliest: string | null
  started_latest: string | null
  batched: boolean
  /** The earliest award; null for none. */
  award: string | null
  /** `YYYY-MM-DD`, null when nobody ever confirmed it. */
  last_confirmed_on: string | null
  /** Distinct organisations that run it or opened it, by a dated claim. */
  replicas: number
  /**
   * The same organisations by their strongest claim on the day of asking; strengths that do not occur are absent.
   * Null without replicas.
   */
  by_strength: Partial<Record<Strength, number>> | null
}

/** What only open data tell of a row: no page of the list shows it, and each column of fifty rows takes its time. */
type OpenOnly = 'stage' | 'category' | 'region_code' | 'province_code' | 'batched'

/** One innovation in the list as a page shows it. */
export type ShownListRow = Omit<InnovationListRow, OpenOnly>

/** Every strength, strongest last: an organisation with several claims counts once, under its strongest. */
const strengthOrder = ['not_updated', ...strengths.filter((strength) => strength !== 'not_updated')]

/**
 * The page as JSON text, an array of `InnovationListRow` (`ShownListRow` for a page) in the order of `page.n`; `today` and `limit` are
 * placeholders. Flat rows made whole by the database take half the time of nested ones.
 */
export function listRows(audience: Audience, today: string, limit: string): string {
  const told = audience === 'open' ? `i.basis = 'source'` : `i.basis <> 'name_only'`
  const start = (day: string) =>
    audience === 'open' ? `case when not i.start_unconfirmed then ${day} end` : day
  const open = (columns: string) => (audience === 'open' ? columns : '')
  return `(select coalesce(json_agg(to_json(written)), '[]')::text from (
    select i.code, i.slug, i.kind, i.name, i.expansion, case when ${told} then i.summary end as summary, i.basis,
      ${open('i.stage, i.category_key as category, ')}o.name as origin, o.slug as origin_slug,
      r.name as region, ${open('r.code as region_code, ')}r.slug as region_slug, ${open('i.province_code, ')}
      ${start('i.started_from')} as started_earliest, ${start('i.started_to')} as started_latest, ${open('i.batched, ')}page.award, i.last_confirmed_on,
      i.replicas, case when i.replicas > 0 then ${byStrength(today)} end as by_strength
    from page join innovation i on i.id = page.innovation_id
    join organisation o on o.id = i.organisation_id
    left join region r on r.code = coalesce(i.region_code, i.province_code)
    where page.n <= ${limit}::integer order by page.n) written)`
}

function byStrength(today: string): string {
  const order = `array[${strengthOrder.map((strength) => `'${strength}'`).join(', ')}]`
  return `(select json_object_agg(strength, organisations) from (
      select strength, count(*) as organisations from (
        select distinct on (organisation_id) strength from (
          select c.organisation_id,
            case when c.kind = 'state' and c.valid_until < ${today}::date then 'not_updated' else c.strength end as strength
          from claim c where c.innovation_id = i.id and c.withdrawn_at is null and c.stopped_on is null
            and c.happening <> 'stopped' and c.precision <> 'by') held
        order by organisation_id, array_position(${order}, strength) desc) strongest
      group by strength) split)`
}
