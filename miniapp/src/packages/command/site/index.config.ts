export default definePageConfig({ navigationBarTitleText: '隔离点的房间' });
