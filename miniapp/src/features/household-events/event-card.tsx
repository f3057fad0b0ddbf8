import type { HouseholdEventRow } from '@grid-relief/shared-types/household-events/household-event.schema';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Card, Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';

type HeadProps = { readonly of: HouseholdEventRow };

/** One home in the list: what, where, and until when it must be safe. */
export function EventCard({ of, onOpen }: HeadProps & { readonly onOpen: () => void }) {
  const t = useText(homeEventsText);
  return (
    <Card tone={of.isLate || of.waitsForGuardian ? 'danger' : 'plain'}>
      <Rows gap={2}>
        <EventHead of={of} withDoor />
        <Button look="main" icon="right" label={t('look')} onPress={onOpen} />
      </Rows>
    </Card>
  );
}

/** What has happened, in the list and above the steps; a sheet has the door in its title. */
export function EventHead({ of, withDoor = false }: HeadProps & { readonly withDoor?: boolean }) {
  const t = useText(homeEventsText);
  const timeWords = useTimeWords();
  const { kind, state, doorCode: door, code, areaName: area, openedAt, dueAt, isLate, waitsForGuardian } = of;
  return (
    <>
      <Line apart>
        <Heading size={5}>{t(`k-${kind}`)}</Heading>
        <StatusChip
          icon={isLate ? 'warning' : state === 'OPENED' ? 'clock' : 'check'}
          tone={isLate ? 'danger' : state === 'OPENED' ? 'amber' : 'leaf'}
          label={t(`s-${state}` as 's-OPENED')}
        />
      </Line>
      {withDoor && (
        <Words strong block>
          {t('door', { door, code })}
        </Words>
      )}
      <Words tone="quiet" block>
        {t('since', { area, time: timeWords(new Date(openedAt)) })}
      </Words>
      {dueAt !== undefined && (
        <Words tone={isLate ? 'danger' : 'plain'} block>
          {t(isLate ? 'late' : 'due', { time: timeWords(new Date(dueAt)) })}
        </Words>
      )}
      {waitsForGuardian && <StatusChip icon="warning" tone="danger" label={t('no-guardian')} />}
    </>
  );
}
