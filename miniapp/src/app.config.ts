const isH5 = process.env.TARO_ENV === 'h5';

/** The building blocks on show; for those who write screens, so not shipped to WeChat. */
const galleryPages = isH5 ? ['pages/gallery/index'] : [];

/**
 * Pages by role. A resident's pages are in the main package; each working role has a subpackage of its own, loaded
 * when first opened. A page is listed here only once its folder exists.
 */
export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/order/index',
    'pages/delivery/index',
    'pages/history/index',
    'pages/badge/index',
    'pages/inbox/index',
    'pages/unsent/index',
    'pages/settings/index',
    'pages/proxies/index',
    'pages/join/index',
    'pages/looks/index',
    'pages/privacy/index',
    ...galleryPages,
  ],
  subPackages: [
    {
      root: 'packages/volunteer',
      pages: ['home/index', 'delivery/index', 'leg/index', 'place/index', 'run/index', 'badge/index', 'ledger/index'],
    },
    {
      root: 'packages/grid',
      pages: [
        'home/index',
        'delivery/index',
        'phone-order/index',
        'chain/index',
        'duty/index',
        'runs/index',
        'late/index',
        'legs/index',
        'places/index',
        'returnees/index',
        'quarantine/index',
        'refusals/index',
        'home-events/index',
        'codes/index',
        'merges/index',
        'door-alerts/index',
        'door-sensors/index',
      ],
    },
    {
      root: 'packages/command',
      pages: [
        'home/index',
        'doctor/index',
        'exposed/index',
        'owed/index',
        'returns/index',
        'invite/index',
        'late-links/index',
        'policy/index',
        'policy-change/index',
        'areas/index',
        'area-change/index',
        'codes/index',
        'four-class/index',
        'cases/index',
        'case/index',
        'sites/index',
        'site/index',
      ],
    },
    { root: 'packages/transfer', pages: ['desk/index', 'trip/index', 'fleet/index'] },
    {
      root: 'packages/returnee',
      pages: ['report/index', 'list/index', 'person/index', 'post/index', 'my-days/index', 'codes/index', 'door/index'],
    },
    { root: 'packages/screening', pages: ['doors/index', 'door/index', 'report/index', 'campaigns/index'] },
  ],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '网格保供',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@background',
    backgroundTextStyle: '@pull' as 'dark',
  },
  animation: false,
});
