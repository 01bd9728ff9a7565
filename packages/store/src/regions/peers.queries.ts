import { nearest, type Profile } from '@semai/analytics/similarity/nearest'
import {
  comparable,
  isLikenessFigure,
  likenessFigures,
  likenessMinShared,
} from '@semai/domain/regions/likeness'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/**
 * Regions like this one and why: nearest by population, area, poverty, human development and product per person
 * among regions of the same kind, each with the latest figure. One query over at most 514 regions.
 * Method: docs/methods/regions-like-this-one.md.
 * @returns at most `limit` regions, nearest first; empty when the region has too few figures.
 */
export async function regionsLike(db: Db, code: string, limit = 6) {
  const rows = await latestFigures(db, code)
  const profiles = rows.map((row): Profile => ({ id: row.code, figures: figuresOf(row.figures) }))
  if (!profiles.some((profile) => profile.id === code)) return []
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return nearest(profiles, code, { limit, minShared: likenessMinShared }).map((neighbour) => {
    const { name, slug, province } = byCode.get(neighbour.id)!
    return { code: neighbour.id, name, slug, province, distance: neighbour.distance, gaps: neighbour.gaps }
  })
}
export type LikeRegion = Awaited<ReturnType<typeof regionsLike>>[number]

/** Provinces are compared with provinces, and regencies and cities with each other. */
function latestFigures(db: Db, code: string) {
  const latest = db
    .selectFrom('region_attribute as a')
    .distinctOn(['a.region_code', 'a.attribute'])
    .select(['a.region_code', 'a.attribute', 'a.value'])
    .where('a.attribute', 'in', Object.keys(likenessFigures))
    .orderBy('a.region_code')
    .orderBy('a.attribute')
    .orderBy('a.year', 'desc')
  return db
    .selectFrom(latest.as('l'))
    .innerJoin('region as r', 'r.code', 'l.region_code')
    .innerJoin('region as p', 'p.code', 'r.province_code')
    .select(['r.code', 'r.name', 'r.slug', 'p.name as province'])
    .select(sql<Record<string, number>>`jsonb_object_agg(l.attribute, l.value)`.as('figures'))
    .where(code.length === 2 ? sql<boolean>`r.kind = 'province'` : sql<boolean>`r.kind <> 'province'`)
    .groupBy(['r.code', 'p.name'])
    .execute()
}

function figuresOf(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      isLikenessFigure(name) ? [[name, comparable(name, Number(value))]] : [],
    ),
  )
}
