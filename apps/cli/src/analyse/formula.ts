import { Refusal } from '@semai/domain/refusal'

/** A part of a formula as it was written. */
export type Expression =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'group'; inner: Expression }
  | { kind: 'minus'; of: Expression }
  | { kind: 'operation'; sign: string; left: Expression; right: Expression }

/** `response ~ terms`. */
export type Formula = { response: Expression; terms: Expression }

/** How tightly a sign binds, in R's order. */
const strengths: Record<string, number> = {
  '~': 1,
  '==': 2,
  '!=': 2,
  '<': 2,
  '>': 2,
  '<=': 2,
  '>=': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  ':': 5,
  '^': 7,
}
const MINUS = 6
const token =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([\p{L}.][\p{L}\p{N}._]*)|`([^`]+)`|"([^"]*)"|'([^']*)'|(==|!=|<=|>=|[~+\-*/:^<>(),]))/uy

/**
 * Reads a model formula in R's notation: names (in backticks where they hold spaces), numbers, quoted texts, calls, and
 * the signs ~ + - * / : ^ with comparisons.
 * @throws Refusal saying where it can not be read, or that a side is missing.
 */
export function parseFormula(text: string): Formula {
  const whole = parseExpression(text)
  if (whole.kind !== 'operation' || whole.sign !== '~') {
    throw new Refusal('invalid', `--formula takes RESPONSE ~ TERMS; found "${text}".`)
  }
  return { response: whole.left, terms: whole.right }
}

type Token = { at: number; text: string; value: Expression | null }

/** A place among the tokens of a text that only moves on. */
function cursorOn(text: string) {
  const tokens = tokensOf(text)
  let place = 0
  return {
    now: () => tokens[place]!,
    step: () => tokens[place++]!,
    /** Steps over a sign if it is the next one. */
    takes: (sign: string) => tokens[place]!.value === null && tokens[place]!.text === sign && ++place > 0,
    fault: (): never => {
      const rest = text.slice(tokens[place]!.at).trim() || 'its end'
      throw new Refusal('invalid', `The formula can not be read from "${rest}" on.`)
    },
  }
}

function parseExpression(text: string): Expression {
  const { now, step, takes, fault } = cursorOn(text)
  const argumentsOf = (): Expression[] => {
    if (takes(')')) return []
    const args = [operation(0)]
    while (takes(',')) args.push(operation(0))
    return takes(')') ? args : fault()
  }
  const single = (): Expression => {
    if (takes('-')) return { kind: 'minus', of: operation(MINUS) }
    if (takes('(')) {
      const inner = operation(0)
      return takes(')') ? { kind: 'group', inner } : fault()
    }
    const { value } = now()
    if (value === null) return fault()
    step()
    return value.kind === 'name' && takes('(')
      ? { kind: 'call', name: value.name, args: argumentsOf() }
      : value
  }
  const operation = (least: number): Expression => {
    let left = single()
    for (;;) {
      const { text: sign, value } = now()
      const strength = value === null ? (strengths[sign] ?? 0) : 0
      if (strength === 0 || strength < least) return left
      step()
      left = { kind: 'operation', sign, left, right: operation(sign === '^' ? strength : strength + 1) }
    }
  }
  const whole = operation(0)
  return now().text === '' ? whole : fault()
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  const end = text.trimEnd().length
  for (let at = 0; at < end; at = token.lastIndex) {
    const match = token.exec(text)
    if (!match)
      throw new Refusal('invalid', `The formula can not be read from "${text.slice(at).trim()}" on.`)
    const [, number, name, quoted, double, single, sign] = match
    const written = double ?? single
    const value: Expression | null =
      number !== undefined
        ? { kind: 'number', value: Number(number) }
        : written !== undefined
          ? { kind: 'text', value: written }
          : sign === undefined
            ? { kind: 'name', name: (name ?? quoted)! }
            : null
    tokens.push({ at, text: sign ?? match[0], value })
  }
  return [...tokens, { at: end, text: '', value: null }]
}

/** The expression written as R writes it: `I(period^2)`, `log(x + 1)`, `status == 2`. */
export function written(part: Expression): string {
  switch (part.kind) {
    case 'name':
      return part.name
    case 'number':
      return String(part.value)
    case 'text':
      return JSON.stringify(part.value)
    case 'group':
      return `(${written(part.inner)})`
    case 'minus':
      return `-${written(part.of)}`
    case 'call':
      return `${part.name}(${part.args.map(written).join(', ')})`
    case 'operation': {
      const space = ['^', ':', '/'].includes(part.sign) ? '' : ' '
      return `${written(part.left)}${space}${part.sign}${space}${written(part.right)}`
    }
  }
}
