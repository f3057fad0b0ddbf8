/** Who may do what to requests, their runs, handovers, turns and late facts; words as in `who-may.ts`. */

/** How work finds its holder, the same for requests and runs. */
const assignable = `
offer: router
accept: asked
decline: asked
expire: timer
claim: volunteer
assign: leader township county
reassign: leader township county
escalate: timer`;

export const delivery = `${assignable}
triage: policy grid
merge: grid
absorb: outbox
answerSymptoms: household grid
doctorClear: doctor
doctorRefuse: doctor
doctorOverdue: timer
giveRegister: household grid
triageOverdue: timer
postUnfed: timer
reject: grid
batch: outbox
unbatch: outbox grid
followRun: outbox
addLines: household grid
editLines: household grid
changeSubstitution: household grid
note: grid township county carrier
compareLate: outbox
raisePriority: timer grid township county
giveBack: carrier timer leader township county
hold: grid outbox
resume: grid household
cancel: household grid township county timer outbox
startShopping: carrier
collect: carrier outbox
collectAtDoor: carrier outbox
begin: carrier
reportLine: carrier
askSubstitution: carrier
answerSubstitution: household grid
substitutionTimeout: timer
tickRegistered: carrier
takeCustody: carrier
returnCustody: household grid
custodyOverdue: timer
askConsent: carrier
giveConsent: household
purchase: carrier
latePurchase: outbox
bookReceipt: outbox
nothingBought: carrier
tryElsewhere: outbox grid
closeUnfulfilled: grid household
askCancel: household
notPaid: carrier
paid: carrier
cancelTimeout: timer
depart: carrier outbox
askHandover: carrier leader township county outbox
handoverOverdue: timer
takeOver: volunteer leader outbox
returnFromPoint: outbox
quarantineBags: leader township county
placeForPickup: carrier outbox
pickedUp: household carrier outbox
toDoor: carrier grid outbox
goToDoor: outbox
queryAddress: carrier
answerAddress: grid household
addressTimeout: timer
redirect: household grid
failDelivery: carrier outbox
retryDelivery: carrier grid
retryOverdue: timer
returnGoods: carrier grid household
returnOverdue: timer
lateDrop: outbox
drop: carrier
undoDrop: carrier
silentAtDoor: timer
recordCall: grid
confirm: household grid
autoConfirm: timer
dispose: carrier outbox
closeDisposed: outbox
finishErrand: carrier household outbox
dispute: household
disputeOverdue: timer
resolveDispute: leader township county
closeResolved: outbox cashier
disposeReturned: store cashier
tickPaid: household
tickReceived: carrier cashier
repayOverdue: timer
settle: outbox cashier
closeFree: outbox
markUnpaid: timer
payByAid: cashier township
writeOff: township
closeSettled: outbox cashier`;

export const run = `${assignable}
open: policy outbox grid
lock: timer grid
giveBack: carrier timer leader
startShopping: carrier
startDoors: carrier
handOver: carrier leader
askHelp: carrier
countHandOver: carrier
takeCash: cashier leader
agreeCash: leader township
giveFloat: cashier leader
settleDoors: carrier outbox
close: outbox carrier cashier
dissolve: outbox leader`;

export const handoverLeg = `
setOut: carrier outbox
leaveAtPoint: carrier outbox
takeInside: volunteer
countDiffers: volunteer
signCount: carrier
letIn: leader
decisionOverdue: timer
notTaken: timer
sendBack: leader outbox
finish: outbox leader
cancel: outbox leader`;

export const pickupSlot = `
changeTime: household grid
postpone: timer
call: volunteer grid outbox timer
pickUp: household volunteer grid outbox
miss: timer volunteer grid
reserveAgain: household grid timer
toDoor: household grid outbox
cancel: household grid outbox
withdraw: outbox`;

export const lateFact = `
apply: grid township county
note: grid township county
climb: timer`;
