# Where the program finds its knowledge: share/hearsay beside the program (build tree) or above it (installed).
include(GNUInstallDirs)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/hearsay)
foreach(part packs models)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/${part} ${CMAKE_BINARY_DIR}/share/hearsay/${part} SYMBOLIC)
endforeach()
install(TARGETS hearsay_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY packs models DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
