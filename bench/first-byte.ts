import { Agent, get } from 'node:http'

/** Milliseconds to the first byte of each answer, asked over `connections` kept open until `count` have come. */
export async function firstBytes(
  url: string,
  { connections, count }: { connections: number; count: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let begun = 0
  const one = async () => {
    while (begun < count) {
      begun += 1
      times.push(await firstByte(url, agent))
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return times
}

function firstByte(url: string, agent: Agent): Promise<number> {
  return new Promise((done, failed) => {
    const start = performance.now()
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
      let first = 0
      if (answer.statusCode !== 200) failed(new Error(`${url} answered ${answer.statusCode}`))
      answer.once('data', () => (first = performance.now() - start))
      answer.once('end', () => done(first))
      answer.resume()
    }).once('error', failed)
  })
}
