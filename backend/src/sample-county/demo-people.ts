import type { Me } from '@grid-relief/shared-types/identity/identity.schema';

type Workspace = Me['workspaces'][number];

/** An invented person who may sign in to the demo, as the sign-in page and the start-up list show it. */
export interface DemoPerson {
  readonly phone: string;
  readonly name: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly workspace: Workspace;
}

function demoPerson(place: number, name: string, labelZh: string, labelEn: string, workspace: Workspace): DemoPerson {
  return { phone: `1000000${String(place).padStart(4, '0')}`, name, labelZh, labelEn, workspace };
}

/** The people of the demo story. All are invented; their numbers belong to nobody. */
export const demoPeople = [
  demoPerson(1, '王桂兰', '居民，72岁，居家隔离', 'Resident, 72, home quarantine', 'resident'),
  demoPerson(2, '周晓燕', '外地的女儿（代办人）', 'Daughter in another city', 'resident'),
  demoPerson(3, '郭建军', '志愿者，退役军人队', 'Volunteer, veterans', 'volunteer'),
  demoPerson(4, '许秀芳', '志愿者，巾帼队', 'Volunteer, women', 'volunteer'),
  demoPerson(5, '任玉玲', '网格员', 'Grid worker', 'grid'),
  demoPerson(6, '贾国强', '网格长', 'Grid leader', 'grid'),
  demoPerson(7, '石春梅', '邻居，普通居民', 'Neighbour', 'resident'),
  demoPerson(8, '吕雪静', '社区出纳', 'Community cashier', 'command'),
  demoPerson(9, '韩永平', '乡镇调度员', 'Township dispatcher', 'command'),
  demoPerson(10, '薛海涛', '系统管理员', 'Administrator', 'command'),
  demoPerson(11, '潘翠英', '医生', 'Doctor', 'command'),
  demoPerson(12, '姚福山', '物资保管员', 'Store keeper', 'command'),
  demoPerson(13, '梁秀梅', '居民，封控区里的一家', 'Resident in the sealed zone', 'resident'),
  demoPerson(14, '冯志刚', '志愿者，送到封控区门口', 'Volunteer, brings goods to the sealed zone', 'volunteer'),
  demoPerson(15, '高丽华', '志愿者，在封控区里送', 'Volunteer inside the sealed zone', 'volunteer'),
  demoPerson(16, '赵海燕', '居民，管控区里的一家', 'Resident in the controlled zone', 'resident'),
  demoPerson(17, '温志明', '志愿者，管控区的取货点', 'Volunteer at the pick-up place', 'volunteer'),
  demoPerson(18, '康文静', '流调员', 'Investigator', 'command'),
  demoPerson(19, '郝建平', '县调度员', 'County dispatcher', 'command'),
  demoPerson(20, '侯正义', '县负责人', 'Head of the county', 'command'),
  demoPerson(21, '常志勇', '卡口执勤', 'Checkpoint officer', 'command'),
  demoPerson(22, '侯秀英', '入户排查员', 'Screener', 'command'),
  demoPerson(23, '白雪梅', '采样员', 'Sampler', 'command'),
  demoPerson(24, '段志远', '化验员', 'Laboratory', 'command'),
  demoPerson(25, '侯永红', '隔离点管理员', 'Manager of a quarantine site', 'command'),
  demoPerson(26, '马保平', '采样点带班的', 'Leads the shift of a test point', 'resident'),
  demoPerson(27, '武志强', '卡口带班的', 'Leads the shift of a checkpoint', 'resident'),
  demoPerson(28, '乔丽萍', '社区工作者', 'Community worker', 'command'),
  demoPerson(29, '尹晓东', '转码专干', 'Clerk for health codes', 'command'),
  demoPerson(30, '秦海燕', '转运调度', 'Transfer desk', 'command'),
  demoPerson(31, '安建国', '转运司机', 'Driver of transfers', 'command'),
  demoPerson(32, '祁晓梅', '随车护送', 'Escort on transfers', 'command'),
  demoPerson(33, '阎素珍', '楼栋长', 'Building captain', 'grid'),
  demoPerson(34, '卢志刚', '民警（联络）', 'Police liaison', 'command'),
  demoPerson(35, '田大海', '工地负责人（接待单位）', 'Head of a building site, a host', 'resident'),
] as const satisfies readonly DemoPerson[];
