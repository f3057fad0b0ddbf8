import { placeWords } from '@grid-relief/shared-types/quarantine/place-words';
import { listRiskAreas } from '@grid-relief/shared-types/quarantine/policy.contract';
import type { RiskAreaView } from '@grid-relief/shared-types/quarantine/risk-area.schema';
import { useState } from 'react';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Button, Card, EmptyState, Heading, ListRow, StatusChip, useTimeWords } from '@/ui';
import { levelLook } from './level-words';
import type { PlannedStep } from './risk-steps';
import { AddAreaSheet, EditAreaSheet } from './step-sheets';

type ListProps = {
  /** Absent: only to be read. */
  readonly onStep?: ((step: PlannedStep) => void) | undefined;
};

/** The risk list with levels in word, sign and colour; whoever prepares changes opens a line. */
export function RiskList({ onStep }: ListProps) {
  const t = useText(policyText);
  const list = useReadPages(listRiskAreas, { query: {} });
  const [open, setOpen] = useState<RiskAreaView | 'NEW'>();
  const close = () => setOpen(undefined);
  const add = (step: PlannedStep) => {
    onStep?.(step);
    close();
  };
  return (
    <Card>
      <Heading size={5}>{t('risk-title')}</Heading>
      <PagedList
        of={list}
        height={120}
        none={<EmptyState title={t('risk-none')} hint={t('risk-none-hint')} />}
        draw={(line, i) => (
          <Row
            key={line.id}
            line={line}
            last={i === list.items.length - 1}
            onOpen={onStep ? () => setOpen(line) : undefined}
          />
        )}
      />
      {onStep && <Button icon="plus" label={t('risk-add')} onPress={() => setOpen('NEW')} />}
      {open === 'NEW' && <AddAreaSheet onAdd={add} onClose={close} />}
      {open !== undefined && open !== 'NEW' && <EditAreaSheet line={open} onAdd={add} onClose={close} />}
    </Card>
  );
}

type RowProps = { readonly line: RiskAreaView; readonly last: boolean; readonly onOpen: (() => void) | undefined };

function Row({ line: { place, areaRisk, validFrom, source }, last, onOpen }: RowProps) {
  const t = useText(policyText);
  const time = useTimeWords();
  const { icon, tone } = levelLook[areaRisk];
  return (
    <ListRow
      title={placeWords(place)}
      note={t('risk-since', { time: time(new Date(validFrom)), source })}
      end={<StatusChip icon={icon} tone={tone} label={t(areaRisk)} />}
      last={last}
      {...(onOpen && { onPress: onOpen })}
    />
  );
}
