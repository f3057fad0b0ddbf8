import { openHouseholdEvent } from '@grid-relief/shared-types/household-events/household-event.contract';
import type { HouseholdEventKind } from '@grid-relief/shared-types/household-events/household-event.schema';
import type { HouseholdRow } from '@grid-relief/shared-types/households/household.schema';
import { householdEventKinds } from '@grid-relief/shared-types/lifecycles/quarantine/household-event.lifecycle';
import { welfareKinds } from '@grid-relief/shared-types/lifecycles/quarantine/welfare-task.lifecycle';
import { OpId } from '@grid-relief/shared-types/primitives/ids';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct } from '@/api';
import { HouseholdSearch } from '@/features/deliveries/grid-desk/household-search';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';
import { BehindFields, behindOf, nobodyBehind } from './left-behind-form';

/** Something has happened in a home: which home, what, and who is left with nobody. A minute, also without a network. */
export function OpenSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText(homeEventsText);
  const [opId] = useState(newId);
  const doing = useAct(opId);
  const [home, setHome] = useState<HouseholdRow>();
  const [isHandedIn, setHandedIn] = useState(false);
  if (isHandedIn) {
    return (
      <Sheet title={t('record')} open onClose={onClose}>
        <Rows>
          <SendingNote of={doing} />
          <Words>{t(doing.state === 'idle' || doing.state === 'sent' ? 'saved' : 'kept')}</Words>
        </Rows>
      </Sheet>
    );
  }
  return (
    <Sheet title={home ? `${home.doorCode} · ${home.nameMasked}` : t('which-home')} open onClose={onClose}>
      {home === undefined ? (
        <HouseholdSearch onChoose={setHome} />
      ) : (
        <WhatHappened
          onAnother={() => setHome(undefined)}
          onSend={(said) => {
            setHandedIn(true);
            const body = { opId: OpId.parse(opId), household: home.id, ...said };
            void enqueue(openHouseholdEvent, { body }, opId);
          }}
        />
      )}
    </Sheet>
  );
}

interface Said {
  readonly kind: HouseholdEventKind;
  readonly words?: string;
  readonly leftBehind?: NonNullable<ReturnType<typeof behindOf>>[];
}

type WhatProps = { readonly onAnother: () => void; readonly onSend: (said: Said) => void };

function WhatHappened({ onAnother, onSend }: WhatProps) {
  const t = useText(homeEventsText);
  const [kind, setKind] = useState<HouseholdEventKind>();
  const [draft, setDraft] = useState(nobodyBehind);
  const [words, setWords] = useState('');
  const isChild = kind === 'CHILD_ALONE';
  const left = isChild ? { ...draft, kind: 'CHILD' as const } : draft;
  const behind = behindOf(left);
  const missing = kind === undefined ? 'w-kind' : left.kind !== undefined && !behind ? 'w-age' : undefined;
  const send = () => {
    if (!kind) return;
    const said = words.trim();
    onSend({ kind, ...(said === '' ? {} : { words: said }), ...(behind ? { leftBehind: [behind] } : {}) });
  };
  return (
    <Rows>
      <Choice
        label={t('what')}
        value={kind}
        onChange={setKind}
        options={householdEventKinds.map((value) => ({ value, label: t(`k-${value}`) }))}
      />
      {kind !== undefined && !isChild && (
        <Choice
          label={t('left-who')}
          value={draft.kind ?? 'NOBODY'}
          onChange={(who) => setDraft((before) => ({ ...before, kind: who === 'NOBODY' ? undefined : who }))}
          options={(['NOBODY', ...welfareKinds] as const).map((value) => ({ value, label: t(`left-${value}`) }))}
        />
      )}
      <BehindFields of={left} onChange={setDraft} />
      <Field label={t('words')} optional tall maxLength={300} value={words} onChange={setWords} />
      <Button
        look="main"
        icon="check"
        label={t('save')}
        disabledReason={missing === undefined ? undefined : t(missing)}
        onPress={send}
      />
      <Button look="link" label={t('another-home')} onPress={onAnother} />
    </Rows>
  );
}
