import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import type { HouseholdRow } from '@grid-relief/shared-types/households/household.schema';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { marksText } from '@/text/request-marks';
import { Button, Card, EmptyState, Field, ListRow, Rows, Skeleton } from '@/ui';

/** What is special about a household, in words. */
export function useNeedNames(): (household: HouseholdRow) => string[] {
  const t = useText(gridOrdersText);
  const tDesk = useText(marksText);
  return ({ needs, inQuarantine }) => [
    ...(inQuarantine ? [t('phone-quarantine')] : []),
    ...needs.map((need) => tDesk(`need-${need}`)),
  ];
}

/** Finds a household by its door; the name stays masked, the door is what was said on the phone. */
export function HouseholdSearch({ onChoose }: { readonly onChoose: (household: HouseholdRow) => void }) {
  const t = useText(gridOrdersText);
  const [typed, setTyped] = useState('');
  const [door, setDoor] = useState('');
  const search = () => setDoor(typed.trim());
  return (
    <Rows>
      <Field
        label={t('phone-door')}
        hint={t('phone-door-hint')}
        value={typed}
        onChange={setTyped}
        maxLength={40}
        onConfirm={search}
      />
      <Button icon="search" label={t('phone-search')} onPress={search} />
      {door !== '' && <Found door={door} onChoose={onChoose} />}
    </Rows>
  );
}

type FoundProps = { readonly door: string; readonly onChoose: (household: HouseholdRow) => void };

function Found({ door, onChoose }: FoundProps) {
  const t = useText(gridOrdersText);
  const names = useNeedNames();
  const { data, problem, isLoading, refresh } = useRead(findHouseholds, { body: { door, limit: 20 } });
  if (isLoading) return <Skeleton rows={2} height={120} />;
  if (data === undefined) {
    return <FailedRead of={{ problem, refresh }} />;
  }
  if (data.items.length === 0) return <EmptyState title={t('phone-none')} hint={t('phone-none-hint')} picture="door" />;
  return (
    <Card>
      {data.items.map((household, index) => (
        <ListRow
          key={household.id}
          title={`${household.doorCode} · ${household.nameMasked}`}
          note={names(household).join(' · ')}
          last={index === data.items.length - 1}
          onPress={() => onChoose(household)}
        />
      ))}
    </Card>
  );
}
