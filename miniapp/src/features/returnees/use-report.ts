import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { submitReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { useEffect, useState } from 'react';
import { type Command, enqueue, newId, outbox, useOutbox } from '@/api';
import { useIsHost } from './host-card';
import { broughtTo, type Draft, emptyReport, isUntouched, keyOf, type Mode, reportDrafts } from './report-draft';

/** A report that was handed in; not `kept` where the device had no room for it. */
export type Handed = { readonly id: string; readonly kept: boolean };

const asOfToday = (draft: Draft): Draft => broughtTo(dayOf(new Date()), draft);

function begun(mode: Mode, isHost: boolean): Draft {
  const kept = reportDrafts.find(keyOf(mode));
  return kept === undefined ? emptyReport(mode, isHost) : asOfToday(kept);
}

const isRefusedReport = ({ name, state }: Command) => name === submitReturnees.name && state === 'refused';

/**
 * One report: filled in on the device and written at every change, handed in once, and taken up again under a new id
 * where the server refuses it, also later, when the page is opened again.
 */
export function useReport(mode: Mode) {
  const isHost = useIsHost() && mode === 'home';
  const [draft, setDraft] = useState<Draft>(() => begun(mode, isHost));
  const [isKept, setKept] = useState(true);
  const [handed, setHanded] = useState<Handed>();
  const refused = useOutbox().filter(isRefusedReport);
  const isWaitedFor = ({ id }: Command) =>
    handed === undefined ? isUntouched(draft) && reportDrafts.handedIn(id)?.mode === mode : handed.id === id;
  const returned = refused.find(isWaitedFor);
  useEffect(() => {
    if (returned === undefined) return;
    const putRight = (one: Draft): Draft => ({ ...asOfToday(one), id: newId(), refused: returned.problem });
    setDraft(reportDrafts.reopen(returned.id, putRight) ?? putRight(draft));
    setHanded(undefined);
    outbox.discard(returned.id);
  }, [returned, draft]);
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      setKept(reportDrafts.write(next));
      return next;
    });
  const handIn = async (body: ReturneeReportDraft) => {
    const { kept } = await reportDrafts.handIn(draft, () => enqueue(submitReturnees, { body }, body.id));
    setHanded({ id: body.id, kept });
  };
  const next = () => {
    setDraft(emptyReport(mode, isHost));
    setHanded(undefined);
  };
  return { draft, change, isKept, handed, handIn, next };
}
