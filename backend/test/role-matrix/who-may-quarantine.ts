/** Who may do what to whoever comes, to quarantines, and to the rules of both; words as in `who-may.ts`. */

export const policyChange = `
preview: county
agreeToLonger: head
approve: head
apply: timer outbox
cancel: county head`;

export const areaChange = `
preview: county
schedule: head
apply: timer
revert: county head
makeFinal: timer
cancel: county head`;

export const returneeReport = `
submit: person host grid screener checkpoint
close: outbox
withdraw: person host grid`;

export const traveller = `
triage: policy
retriage: policy
markDuplicate: policy grid
standFor: outbox
askInfo: grid
infoOverdue: timer
recordCall: grid
addInfo: grid
acknowledge: grid township
acknowledgeOverdue: timer
adviseDefer: township
setOut: person host grid
replan: person host grid
comeOwnWay: person host grid
letFetch: person host grid
cancel: person host grid outbox
arrive: person host grid checkpoint outbox
noShow: timer
proveNotComing: grid
search: grid
missAtPickup: outbox
searchOverdue: timer
foundElsewhere: leader police
endSearch: leader police
passThrough: checkpoint
leaveCounty: checkpoint outbox
transitOverdue: timer
beginChain: outbox
handOut: township
confirmHandOut: township
takeBack: township timer
close: outbox`;

export const chainLink = `
start: outbox
startByHand: grid township
swab: sampler outbox
finish: outbox
finishByHand: grid township
fail: outbox
failByHand: grid
retry: outbox
retryByHand: grid township
overdue: timer
retime: outbox
moveEnd: outbox
skip: policy outbox
visitInstead: grid
handOut: outbox`;

export const healthTracker = `
reportHealth: person host grid
swab: sampler outbox
miss: timer
lateOverdue: timer
recordCall: grid
complete: timer outbox grid
convert: policy outbox investigator
handOut: outbox township
recordDeath: leader`;

export const quarantineEpisode = `
viewHome: grid doctor
assess: grid doctor
assessOverdue: timer
elapse: policy
startHome: grid
startCentral: site outbox
reportHealth: person grid site
reportOverdue: timer
swab: sampler outbox
bookResult: lab outbox
linkedNegative: investigator outbox
testOverdue: timer
alertSymptom: person grid site outbox
doctorOverdue: timer
clearSymptom: doctor
approveLeave: grid site
sendToCare: doctor
takenBy120: person grid site doctor outbox
foundInCare: grid
returnFromCare: grid site
admit: grid site doctor
discharge: doctor site
move: leader township
moveOverdue: timer
settleHome: grid township
settleCentral: site leader township outbox
changeRoom: outbox
proposeBreach: leader
hearPerson: leader township
breachOverdue: timer
dismissBreach: township
upholdBreach: township
markAbsent: grid outbox
searchDue: timer
findAgain: grid
convert: investigator
revoke: investigator outbox
confirmPositive: investigator
startMonitoring: timer outbox grid
nextPhase: timer outbox grid site
blockRelease: timer
blockOverdue: timer
sayWayHome: person grid site
release: timer outbox grid site
shorten: policy
lengthen: head
handOut: township
confirmHandOut: township
takeBack: township
recordDeath: leader
recordDeathInHospital: doctor site
terminateByPolicy: county`;

export const healthCodeRequest = `
approveCommunity: community
approveTownship: codeTownship
approveCounty: codeCounty
stepOverdue: timer
send: clerk
noAnswer: timer
recordConfirmed: clerk
recordRefused: clerk
appeal: self
recordAppealRefused: clerk
closeRefused: timer outbox
withdraw: clerk grid outbox`;

/** Cases and contact lists are an investigator's alone. */
export const investigation = `
recordReport: investigator
notReached: investigator
interview: investigator
correctPath: investigator
addContact: investigator
confirmContact: investigator
dropContact: investigator
listContacts: investigator
review: reviewer
sendBack: investigator
overdue: timer
close: investigator
closeByRecords: investigator
exclude: investigator`;

/** Nobody makes a breach of a refusal. */
export const refusal = `
visit: secretary doctor
visitOverdue: timer
callLiaison: police
liaisonOverdue: timer
escalate: police secretary
agree: secretary doctor police grid
serve: secretary police grid
dropMoot: grid outbox`;
/** A worker looks; whether two are one is decided by somebody above, and which end is right by an investigator. */
export const personMerge = `
preview: grid township
apply: leader township
decideEnd: investigator
undo: leader township
makeFinal: timer
reject: grid township`;
export const deliveryPlan = `
tellNeeds: person grid
dueSoon: timer
notEnsured: timer
ensure: outbox grid
noSign: timer
recordCall: grid
close: outbox`;

/** The driver holds the trip, the escort rides beside; whoever approves does not drive, and whoever drives takes nobody over. */
