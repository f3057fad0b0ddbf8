/** The server, as screens see it. `call` for sign-in and one-off questions, `useRead` for screens, `useAct` for what people do. */
export { call, type InputOf } from './call';
export { FailedRead } from './failed-read';
export { useHolds, useMayAsk } from './held-roles';
export { keptDrafts } from './kept-drafts';
export { LastKnown } from './last-known';
export { MoreOfList } from './more-of-list';
export { fileAddress } from './open-file';
export { ActButton } from './outbox/act-button';
export type { Command } from './outbox/command';
export { outbox } from './outbox/device-outbox';
export { enqueue, type FileToSend } from './outbox/enqueue';
export { SendingNote } from './outbox/sending-note';
export {
  type Act,
  type SendingState,
  sendingState,
  useAct,
  useOutbox,
  usePendingFor,
  useUnsentCount,
} from './outbox/use-act';
export { PagedList } from './paged-list';
export { isLasting, type Outcome, type Problem } from './problem';
export { type FieldErrors, useFieldErrors, useProblemWords } from './problem-words';
export {
  changeAnswers,
  knownAnswer,
  queryClient,
  type Read,
  refreshAll,
  refreshRecord,
  showAnswer,
  showItem,
  useRead,
} from './query';
export { type ReadPages, useReadPages } from './query-pages';
export { RefusedWords } from './refused-words';
export {
  actFor,
  beginSession,
  deviceName,
  keepMe,
  newId,
  useActingFor,
  useMe,
  useMyHomes,
  useMyPosts,
  useSession,
} from './session';
export { signOutHere } from './sign-out';
export { startApi } from './start';
export { useDecide } from './use-decide';
export { usePrepareChange } from './use-prepare-change';
export { type Reveal, useReveal } from './use-reveal';
