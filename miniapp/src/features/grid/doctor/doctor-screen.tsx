import { doctorQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { PagedList, useReadPages } from '@/api';
import { priorityTone } from '@/features/deliveries/carrying/marks';
import { useGoodsName } from '@/features/deliveries/goods-name';
import { needIcons, useDeskWords } from '@/features/deliveries/grid-desk/desk-words';
import { useText } from '@/text';
import { doctorText } from '@/text/doctor';
import { marksText } from '@/text/request-marks';
import { Button, Card, EmptyState, Line, NetworkBanner, Page, Rows, StatusChip, Words } from '@/ui';
import { HoldsPart } from './holds-part';
import { MedicineSheet } from './medicine-sheet';

/** Medicine that waits for a doctor: flagged requests, most urgent first, decided one at a time (handbook 4.8). */
export function DoctorScreen() {
  const t = useText(doctorText);
  const list = useReadPages(doctorQueue, { query: {} }, { everySeconds: 20 });
  const [open, setOpen] = useState<string>();
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={240}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          draw={(row) => <MedicineRow key={row.id} row={row} onOpen={() => setOpen(row.id)} />}
        />
        <HoldsPart />
      </Rows>
      {open !== undefined && (
        <MedicineSheet
          id={open}
          onClose={() => {
            setOpen(undefined);
            list.refresh();
          }}
        />
      )}
    </Page>
  );
}

function MedicineRow({ row, onOpen }: { readonly row: DeliveryRow; readonly onOpen: () => void }) {
  const goods = useGoodsName();
  const t = useText(doctorText);
  const tDesk = useText(marksText);
  const words = useDeskWords();
  return (
    <Card tone={row.late ? 'danger' : 'plain'}>
      <Words size={2} strong block tone={row.late ? 'danger' : 'plain'}>
        {words.wait(new Date(row.waitingSince), new Date())}
      </Words>
      <Line>
        <StatusChip icon="flag" tone={priorityTone(row.priority)} label={tDesk(`priority-${row.priority}`)} />
        {row.flags.map((flag) => (
          <StatusChip key={flag} icon="warning" tone="amber" label={words.flag(flag)} />
        ))}
        {row.needs.map((need) => (
          <StatusChip key={need} icon={needIcons[need] ?? 'heart'} tone="info" label={tDesk(`need-${need}`)} />
        ))}
      </Line>
      <Words size={5} strong block>
        {goods.rows(row)}
      </Words>
      <Words tone="quiet" block>{`${row.code} · ${row.areaName}`}</Words>
      <Button icon="pill" label={t('look')} onPress={onOpen} />
    </Card>
  );
}
