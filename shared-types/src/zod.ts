/**
 * The only door to zod. WeChat's runtime lets a program construct a `Function` but never runs its text, which zod's
 * compiled fast path cannot detect; `jitless` must therefore be set before the first schema is built.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
