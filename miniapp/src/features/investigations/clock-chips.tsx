import type { InvestigationRow } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Line, StatusChip, useTimeWords } from '@/ui';

/** The three clocks of a case: running, late, or stopped; in words, with a sign. */
export function ClockChips({ clocks }: Pick<InvestigationRow, 'clocks'>) {
  const t = useText(investigationsText);
  const timeWords = useTimeWords();
  return (
    <Line>
      {clocks.map(({ what, by, doneAt, isLate }) => {
        const name = t(`c-${what}`);
        const time = timeWords(new Date(by));
        if (doneAt !== undefined)
          return <StatusChip key={what} icon="check" tone="leaf" label={t('clock-done', { what: name })} />;
        return isLate ? (
          <StatusChip key={what} icon="warning" tone="danger" label={t('clock-late', { what: name, time })} />
        ) : (
          <StatusChip key={what} icon="clock" tone="amber" label={t('clock-by', { what: name, time })} />
        );
      })}
    </Line>
  );
}
