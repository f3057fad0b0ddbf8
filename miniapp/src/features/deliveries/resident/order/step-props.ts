import type { Draft } from './order-draft';

/** What every step of the order is given. */
export type StepProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };
