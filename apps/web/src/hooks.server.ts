import type { ServerInit } from '@sveltejs/kit/hooks'
import { access } from '#lib/server/access.ts'
import { bodyLimit } from '#lib/server/body-limit.ts'
import { compression } from '#lib/server/compression.ts'
import { openPool } from '#lib/server/database.ts'
import { reportError } from '#lib/server/error-report.ts'
import { inTurn } from '#lib/server/in-turn.ts'
import { reader } from '#lib/server/reader.ts'
import { securityHeaders } from '#lib/server/security-headers.ts'

export const init: ServerInit = openPool
export const handle = inTurn(compression, securityHeaders, reader, bodyLimit, access)
export const handleError = reportError
