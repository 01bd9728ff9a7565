import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/** An entry beside the framework's, of the same modules: what the process that serves asks before it. */
const plainReads: Plugin = {
  name: 'semai-plain-reads',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'ssr',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/lib/server/plain-reads.ts', fileName: 'plain-reads.js' })
  },
}

export default defineConfig({
  plugins: [
    plainReads,
    sveltekit({
      adapter: adapter(),
      // A page's own few rules come inside it (their hash joins the policy); the shared sheet stays one cached file.
      inlineStyleThreshold: 2_500,
      // Our own look at every change (`lib/server/same-site.ts`) also lets in what has neither cookie nor origin: the one
      // press with which a mail program stops a kind of mail.
      csrf: { trustedOrigins: ['*'] },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Bars and dots carry their length and colour as style attributes, which no external sheet can hold.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  ssr: {
    // The other rooms are TypeScript sources without a build of their own, so they are bundled; drivers are not.
    noExternal: [/^@semai\//],
    external: ['aws4fetch', 'docx', 'file-type', 'kysely', 'pdfmake', 'pg', 'pg-copy-streams', 'sharp'],
  },
})
