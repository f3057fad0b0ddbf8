/** The one door to the device: nothing outside this folder imports Taro. */
export { copyText } from './clipboard';
export { toast, vibrate } from './feedback';
export { fontScale } from './font-size';
export { dropKeptFiles, keepFile, keptFile, openFile, putKeptFile } from './kept-file';
export { onEscape } from './keyboard';
export type { LocalFile } from './local-file';
export { wechatLoginCode } from './login';
export { signsInByWechat } from './login-way';
export { goBack, homePage, openPage, type PageParams, replacePage, restartAt, usePageParams } from './navigate';
export { isOnline, onNetworkChange } from './network';
export { setPageTitle } from './page-title';
export { callPhone } from './phone';
export { takePhoto } from './photo';
export { playVoice } from './play-voice';
export { canPrint, printPart } from './print';
export {
  onPrivacyQuestion,
  type PrivacyQuestion,
  privacyAgreed,
  privacyButton,
  waitingPrivacyQuestion,
  watchPrivacy,
} from './privacy';
export { type HttpCall, type HttpReply, request } from './request';
export { canScan, type ScanResult, scanCode } from './scan';
export { titleBarInsets } from './screen-insets';
export { openSocket, type Socket, type SocketHandlers } from './socket';
export { type Parse, readStored, removeStored, storedKeys, writeStored } from './storage';
export { askToNotify, type SubscribeAnswer } from './subscribe';
export { type Upload, uploadFile } from './upload';
export { onAppVisible, usePageHide, usePageShow } from './visibility';
export { type Recording, recordVoiceNote } from './voice-note';
