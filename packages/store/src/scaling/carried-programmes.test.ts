import { beforeAll, expect, test } from 'vitest'
import { findingForm, findingStepForm } from '@semai/domain/scaling/finding.form'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, anOrganisation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { mergeOrganisations } from '../organisations/organisation-merge.commands.ts'
import { recordFinding, takeFindingStep } from './finding.commands.ts'
import { findingList } from './finding.queries.ts'
import { saveProgramme } from './programme.commands.ts'
import { programmeNamed } from './programme.queries.ts'

const { db, owner } = await testDb()
const { secretariat } = cast

beforeAll(async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anOrganisation(owner.db, { name: 'Kementerian Penerus', kind: 'ministry' })
  await anInnovation(owner.db, { code: 'INV-7001', organisation_id: agencies.centre })
})

test('when agencies merge, programmes and open findings go along; what was closed or withdrawn stays', async () => {
  const typed = { name: 'Obat Tiba', owner: 'kementerian-urusan-contoh', innovations: 'INV-7001' }
  const slug = await saveProgramme(db, secretariat, {
    slug: null,
    said: scalingProgrammeForm.parse(typed),
    now,
  })
  const record = (finding: string) => {
    const said = { organisation: 'puskesmas-sukamaju', kind: 'supervision', foundOn: today, finding }
    return recordFinding(db, secretariat, { slug, said: findingForm.parse(said), now })
  }
  await record('Masih terbuka (rekaan)')
  const id = await record('Keliru (rekaan)')
  const said = findingStepForm.parse({ step: 'withdraw', reason: 'Salah unit (rekaan)' })
  await takeFindingStep(db, secretariat, { slug, id, said, now })
  const terms = { day: today, basis: 'Perpres 1 Tahun 2026 (rekaan)', now }
  const merge = (from: string, into: string) => mergeOrganisations(db, secretariat, { from, into, ...terms })
  await merge('puskesmas-sukamaju', 'dinas-kesehatan-sukamaju')
  await merge('kementerian-urusan-contoh', 'kementerian-penerus')
  expect((await programmeNamed(db, secretariat, slug)).owner).toBe('Kementerian Penerus')
  const { rows } = await findingList(db, secretariat, { slug })
  expect(rows.map(({ unit, state }) => [state, unit])).toEqual([
    ['withdrawn', 'Puskesmas Sukamaju'],
    ['found', 'Dinas Kesehatan Sukamaju'],
  ])
})
