export { AnnouncePayload, announce } from './announce';
export { announcementIndexes } from './announcement.model';
export { type AnnouncementRepository, announcementRepository } from './announcement.repository';
export { type LiveDeps, type LiveServer, livePath, liveServer } from './live-server';
export { tokenEnd } from './token-end';
