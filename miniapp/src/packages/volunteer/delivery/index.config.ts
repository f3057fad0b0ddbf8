export default definePageConfig({ navigationBarTitleText: '手上这一单' });
