# Man pages and the completions of shells, made of the program's own --help (tools/make_man_pages.py, make_completions.py).
find_package(Python3 COMPONENTS Interpreter REQUIRED)
file(GLOB HEARSAY_PROSE CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/man/*.md)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/man/hearsay.1 ${CMAKE_BINARY_DIR}/completions/hearsay
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/make_man_pages.py --program $<TARGET_FILE:hearsay_program>
    --prose ${PROJECT_SOURCE_DIR}/docs/man --output ${CMAKE_BINARY_DIR}/man
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/make_completions.py --program $<TARGET_FILE:hearsay_program>
    --output ${CMAKE_BINARY_DIR}/completions
  DEPENDS hearsay_program ${HEARSAY_PROSE} ${PROJECT_SOURCE_DIR}/tools/make_man_pages.py
    ${PROJECT_SOURCE_DIR}/tools/make_completions.py ${PROJECT_SOURCE_DIR}/tools/command_help.py
  COMMENT "Man pages and completions" VERBATIM)
add_custom_target(hearsay_manual ALL DEPENDS ${CMAKE_BINARY_DIR}/man/hearsay.1)
install(DIRECTORY ${CMAKE_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES ${CMAKE_BINARY_DIR}/completions/hearsay DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)
install(FILES ${CMAKE_BINARY_DIR}/completions/_hearsay DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions OPTIONAL)
install(FILES ${CMAKE_BINARY_DIR}/completions/hearsay.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)
