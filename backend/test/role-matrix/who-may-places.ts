/** Written down by hand: who may do what about doors, rooms, trips and screenings, by the words of `who-may.ts`. */

export const doorSensor = `
install: volunteer grid
failTest: volunteer grid
bind: grid
comeOnline: outbox
goOffline: timer
flag: outbox
askRemoval: household grid outbox
remove: volunteer grid
reportLost: grid
disinfect: volunteer grid store
restock: store grid
retire: store grid`;

export const sensorAlert = `
call: grid captain
goToDoor: grid captain
group: policy outbox
repeat: timer
climb: timer
close: grid captain township county outbox`;

export const quarantineSite = `
runLow: outbox
recover: outbox
change: county site
closeIntake: county site
openIntake: county site
close: county`;

export const room = `
reserve: desk site outbox
unreserve: desk site outbox timer
keepLonger: desk site outbox
occupy: site outbox
sample: site sampler outbox
moveOut: site outbox
startCleaning: site outbox
finishCleaning: site
takeOutOfUse: site
bringBack: site
retire: site`;

/** The writer is excluded, and only those who are not excluded are eligible. */
export const screeningCampaign = `
publish: township
listed: outbox
begin: township timer
milestone: timer
check: township
reopenDoors: township outbox
close: township
cancel: township`;

export const householdVisit = `
sendScreener: leader
reachDoor: atDoor outbox
foundClear: atDoor outbox
foundReturnee: atDoor outbox
noAnswer: atDoor
refuse: atDoor
looksVacant: atDoor
phone: atDoor
confirmVacant: atDoor
handUp: atDoor
endUnvisited: outbox
closeOverdue: timer
close: leader`;

/** Whoever was at the door is excluded. */
export const screeningCallback = `
sameAnswer: callers
differs: callers
noReply: callers`;

export const transfer = `
listPassenger: outbox
retime: outbox
declareSelfDrive: person host grid
keepBeds: timer
approve: township
approveOverdue: timer
redirect: desk
redirectOverdue: timer
confirmSite: desk county
dispatch: desk
sendAtOnce: desk
ambulanceTakes: grid site desk doctor outbox
ambulanceArrives: grid site desk doctor outbox
transferOverdue: timer
reachPickup: crew
board: crew
setOut: crew
arrive: crew site grid
handOver: site grid
disinfect: driver
close: driver outbox
setOutAlone: person host grid
arriveAlone: person host grid
selfDriveOverdue: timer
closeSelfDrive: person host grid
breakDown: crew desk
replacementOverdue: timer
sendReplacement: desk
cancel: desk outbox`;

export const vehicle = `
change: desk
takeOutOfService: desk
bringBack: desk
retire: desk`;

export const passenger = `
join: outbox
board: crew outbox
handOver: site grid outbox
notThere: crew
refuse: crew
dropOut: desk outbox
takenBy120: crew`;
