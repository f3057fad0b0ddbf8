import { clearHold, type HealthHold, healthHolds } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { useState } from 'react';
import { PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { doctorText } from '@/text/doctor';
import { Button, Card, Field, formatDegrees, Heading, Line, Rows, Sheet, StatusChip, useTimeWords, Words } from '@/ui';

/** Volunteers who get no work until a doctor says so, who has waited longest first (handbook 2.6). */
export function HoldsPart() {
  const t = useText(doctorText);
  const list = useReadPages(healthHolds, { query: {} }, { everySeconds: 30 });
  return (
    <Rows>
      <Heading size={4}>{t('holds')}</Heading>
      <PagedList
        of={list}
        rows={2}
        none={<Words tone="quiet">{t('holds-none')}</Words>}
        draw={(hold) => <HoldCard key={`${hold.person} ${hold.since}`} hold={hold} onDone={list.refresh} />}
      />
    </Rows>
  );
}

type HoldProps = { readonly hold: HealthHold; readonly onDone: () => void };

function HoldCard({ hold, onDone }: HoldProps) {
  const t = useText(doctorText);
  const time = useTimeWords();
  const doing = useAct(hold.person);
  const [isOpen, setOpen] = useState(false);
  const { label, areaName, since, cause, temperatureTenths, words } = hold;
  const degrees = temperatureTenths === undefined ? '' : ` ${formatDegrees(temperatureTenths)}`;
  // the same person may be held again, from another moment on
  const isGiven = useOnItsWay(doing, since)(clearHold);
  const send = (note: string) => {
    setOpen(false);
    void doing.act(clearHold, { since, words: note }).then(onDone);
  };
  return (
    <Card tone="amber">
      <Rows gap={2}>
        <Words size={5} strong>{`${label} · ${areaName}`}</Words>
        <Line>
          <StatusChip icon="thermometer" tone="amber" label={`${t(`cause-${cause ?? 'SICK'}`)}${degrees}`} />
          <Words tone="quiet">{t('hold-since', { time: time(new Date(since)) })}</Words>
        </Line>
        {words !== undefined && <Words block>{t('hold-said', { words })}</Words>}
        <SendingNote of={doing} />
        {!isGiven && <Button icon="check" label={t('hold-clear')} onPress={() => setOpen(true)} />}
      </Rows>
      {isOpen && (
        <Sheet title={t('hold-clear')} open onClose={() => setOpen(false)}>
          <ClearForm onSend={send} />
        </Sheet>
      )}
    </Card>
  );
}

function ClearForm({ onSend }: { readonly onSend: (note: string) => void }) {
  const t = useText(doctorText);
  const [note, setNote] = useState('');
  const isEmpty = note.trim() === '';
  return (
    <Rows>
      <Words tone="quiet">{t('hold-note-hint')}</Words>
      <Field label={t('hold-note')} value={note} onChange={setNote} tall maxLength={300} />
      <Button
        look="main"
        icon="check"
        label={t('hold-send')}
        disabledReason={isEmpty ? t('hold-note-needed') : undefined}
        onPress={() => onSend(note.trim())}
      />
    </Rows>
  );
}
