import type { Delivery, Said, SealedWords } from './delivery';
import type { DeliveryDeps } from './delivery.deps';

type Deps = Pick<DeliveryDeps, 'unseal'>;

/** What the household said with its request; nothing once the key was destroyed. */
export async function openSaid(deps: Deps, county: string, sealed: string | undefined): Promise<Said> {
  const text = sealed === undefined ? undefined : await deps.unseal(county, sealed);
  // sealed by our own submitting, and by nobody else
  return text === undefined ? { needs: [] } : (JSON.parse(text) as Said);
}

export async function openDoctorWords(deps: Deps, { county, detail }: Delivery): Promise<string | undefined> {
  return detail.doctorWords === undefined ? undefined : deps.unseal(county, detail.doctorWords);
}

/** @param since only what was said from then on */
export async function openWayWords(deps: Deps, { county, detail }: Delivery, since?: Date) {
  const opened = await openAll(deps, county, saidSince(detail.wayWords ?? [], since));
  return opened.map(({ at, words }) => ({ at, words }));
}

/**
 * Remarks, and what was said beside reasons, by operation.
 * @param since only what was said from then on
 */
export async function openReasonWords(
  deps: Deps,
  { county, detail }: Delivery,
  since?: Date,
): Promise<ReadonlyMap<string, string>> {
  const all = saidSince([...detail.remarks, ...(detail.reasonWords ?? [])], since);
  const opened = await openAll(deps, county, all);
  return new Map(opened.map(({ opId, words }) => [opId, words]));
}

function saidSince<W extends SealedWords>(all: readonly W[], since: Date | undefined): readonly W[] {
  return since === undefined ? all : all.filter(({ at }) => at >= since);
}

/** What can still be opened; the rest ended with its key. */
async function openAll<W extends SealedWords>(deps: Deps, county: string, all: readonly W[]) {
  const opened = await Promise.all(all.map(async (one) => ({ ...one, words: await deps.unseal(county, one.sealed) })));
  return opened.flatMap(({ words, ...one }) => (words === undefined ? [] : [{ ...one, words }]));
}
