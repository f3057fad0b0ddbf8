export default definePageConfig({ navigationBarTitleText: '取货点的号' });
