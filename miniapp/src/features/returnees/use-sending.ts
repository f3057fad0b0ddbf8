import { submitReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { useState } from 'react';
import { enqueue, outbox, type Problem, refreshAll, useOutbox } from '@/api';

export type Sending = {
  readonly state: 'none' | 'waiting' | 'sending' | 'sent' | 'refused';
  readonly problem: Problem | undefined;
  readonly send: (report: ReturneeReportDraft) => void;
  /** Takes a refused report back, to be put right. */
  readonly takeBack: () => void;
  /** Lets it go its own way, and begins with the next. */
  readonly next: () => void;
};

/** Hands a report to the outbox and tells how far it came; what was refused is put right and sent as a new one. */
export function useSending(): Sending {
  const commands = useOutbox();
  const [id, setId] = useState<string>();
  const [given, setGiven] = useState<string>();
  const command = commands.find((each) => each.id === id);
  // the outbox forgets what has arrived; what it was never given has not
  const unknown = given === id ? 'sent' : 'waiting';
  const state = id === undefined ? 'none' : (command?.state ?? unknown);
  return {
    state,
    problem: command?.problem,
    send: (report) => {
      setId(report.id);
      void enqueue(submitReturnees, { body: report }, report.id).then(() => {
        setGiven(report.id);
        refreshAll();
      });
    },
    takeBack: () => {
      if (id !== undefined) outbox.discard(id);
      setId(undefined);
    },
    next: () => setId(undefined),
  };
}
