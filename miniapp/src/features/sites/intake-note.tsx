import type { SiteRow } from '@grid-relief/shared-types/quarantine/site.schema';
import { useText } from '@/text';
import { reasonWord, sitesText } from '@/text/sites';
import { StatusChip } from '@/ui';

/** That a site takes nobody for now, and why; nothing while it does. */
export function IntakeNote({ site: { intakeClosed } }: { readonly site: SiteRow }) {
  const t = useText(sitesText);
  if (!intakeClosed) return null;
  return (
    <StatusChip icon="lock" tone="amber" label={t('intake-closed', { reason: reasonWord(t, intakeClosed.reason) })} />
  );
}
