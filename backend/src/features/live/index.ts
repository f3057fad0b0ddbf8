export { AnnouncePayload, announce } from './announce';
export { announcementIndexes } from './announcement.model';
export { type AnnouncementRepository, announcementRepository } from './announcement.repository';
export { type LiveDeps, type LiveServer, livePath, liveServer } from './live-server';
export { openLive } from './open-live';
export { startRecordTail } from './record-tail';
export { tokenEnd } from './token-end';
