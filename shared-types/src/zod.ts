/**
 * The only door to zod: `import * as z from '…/zod'`, so that a build keeps only what is asked of it.
 *
 * WeChat's runtime lets a program construct a `Function` but never runs its text, which zod's compiled fast path
 * cannot detect; `jitless` must therefore be set before the first schema is built.
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * from 'zod/mini';
