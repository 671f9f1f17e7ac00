export { dataKinds as mediaData } from './data-kinds.ts'
export { exportedMedia, exportedPortraits } from './exported.ts'
export { hasFiles, keepPicture } from './media.ts'
export { migrations as mediaMigrations } from './migrations.ts'
export {
  LARGEST_BYTES as LARGEST_PICTURE_BYTES,
  originalName,
  type Picture,
  type PictureFiles,
  type PictureId,
  pictureFiles,
} from './picture.ts'
export { add as addPicture, byHash as pictureByHash, type PictureTables } from './pictures.ts'
export { LARGEST_PORTRAIT_BYTES, type Portrait, type PortraitTables } from './portraits/portrait.ts'
export {
  forgetPortraits,
  hidePortrait,
  keepDrawnPortrait,
  keepPortrait,
  portraitName,
  portraitOf,
  showPortrait,
} from './portraits/portraits.ts'
