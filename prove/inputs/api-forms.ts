import type { CastSite } from './cast-site.ts'
import type { SiteMap } from './site-map.ts'

type Schema = {
  properties?: Record<string, Schema>
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  type?: string
}
type Operation = { requestBody?: { content: Record<string, { schema: Schema }> } }
type Description = { paths: Record<string, Record<string, Operation>> }

/**
 * The writes of the API, with the fields its own description names, as if they were forms; returns addresses of the
 * records of the cast they are asked of.
 */
export async function apiForms(site: CastSite, map: SiteMap): Promise<{ path: string }[]> {
  const { pool } = site.database
  const texts = await pool.query<{ id: string }>('select id from innovation_edit order by id desc limit 6')
  const codes = await pool.query<{ code: string }>('select code from innovation order by id desc limit 6')
  const ids: Record<string, string[]> = {
    id: texts.rows.map(({ id }) => id),
    code: codes.rows.map(({ code }) => code),
  }
  const described = (await (
    await fetch(`${site.url}/api/openapi.json`, { headers: { 'x-forwarded-for': '198.51.100.9' } })
  ).json()) as Description
  const paths: { path: string }[] = []
  for (const [path, operations] of Object.entries(described.paths)) {
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const schema = requestBody?.content['application/json']?.schema
      if (schema === undefined) continue
      const name = /\{(\w+)\}/.exec(path)?.[1]
      const addresses =
        name === undefined ? [path] : (ids[name] ?? []).map((id) => path.replace(`{${name}}`, id))
      const fields = Object.entries(propertiesOf(schema)).map(([name, schema]) => ({
        name,
        values: valuesOf(schema),
        isFile: false,
      }))
      const key = `${path.replaceAll(/\{(\w+)\}/g, '[$1]')} ${method.toUpperCase()}`
      const seen = addresses.flatMap((address) => [1, 2].map((sender) => ({ address, sender, fields })))
      map.forms.set(key, seen)
      paths.push(...addresses.map((path) => ({ path })))
    }
  }
  return paths
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(propertiesOf)
  return Object.assign({}, schema.properties, ...parts) as Record<string, Schema>
}

function valuesOf(schema: Schema): string[] {
  if (schema.enum) return schema.enum.map(String)
  if (schema.const !== undefined) return [String(schema.const)]
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(valuesOf)
  if (parts.length > 0) return parts
  return schema.type === 'integer' ? ['0', '1'] : ['dinas-kesehatan-sukamaju', 'Kalimat contoh', '2024-05-17']
}
